import { parse, print, stripIgnoredCharacters } from 'graphql'
import { expect, it } from 'vitest'
import { fragmentsOf } from '../../document/fragments-of.ts'
import { rootFieldOf } from './root-field.ts'

function rootOf(text: string) {
  const document = parse(text)
  const operation = document.definitions.find((each) => each.kind === 'OperationDefinition')
  if (!operation) throw new Error('There is no operation')
  return rootFieldOf(operation, fragmentsOf(document))
}

it.each([
  ['alone', 'subscription { tick { n } }', 'subscription{tick{n}}'],
  ['without selections', 'subscription { tack(f: 1) }', 'subscription{tack(f:1)}'],
  ['without selections, twice', 'subscription { tack ...F } fragment F on S { tack }', 'subscription{tack}'],
  ['under an alias', 'subscription { a: tick { n } }', 'subscription{a:tick{n}}'],
  [
    'with the variables and the fragments that it needs, those of fragments too',
    'subscription A($n: Int, $m: Int, $o: Int) { tick(n: $n) { ...F } } fragment G on T { x(m: $m) ...F } fragment F on T { ...G } fragment H on T { x(m: $o) }',
    'subscription A($n:Int$m:Int){tick(n:$n){...F}}fragment F on T{...G}fragment G on T{x(m:$m)...F}',
  ],
  [
    'without its own conditions and their variables, with its other directives',
    'subscription ($no: Boolean!, $by: Int) { tick @skip(if: $no) @slow(by: $by) { n } }',
    'subscription($by:Int){tick@slow(by:$by){n}}',
  ],
  [
    'from several places, each under the conditions around it',
    'subscription ($a: Boolean!, $b: Boolean!) { tick @include(if: $a) { n } ... @skip(if: $b) { tick @skip(if: $a) { s } } }',
    'subscription($a:Boolean!$b:Boolean!){tick{...@include(if:$a){n}...@skip(if:$a){...@skip(if:$b){s}}}}',
  ],
])('B02 a root field %s', (_how, text, whole) => {
  const root = rootOf(text)
  expect(stripIgnoredCharacters(print(root?.document ?? parse('{none}')))).toBe(whole)
  expect(root?.document.definitions[0]).toBe(root?.operation)
})

it('B02 its name is that of the field, and nothing has none', () => {
  expect(rootOf('subscription { a: tick { n } }')?.name).toBe('tick')
  expect(rootOf('subscription { ...F } fragment F on S { ...F }')).toBeUndefined()
})

it.each([
  ['tick', {}, true],
  ['tick @include(if: $a)', { a: false }, false],
  ['tick @include(if: $a)', { a: true }, true],
  ['... @skip(if: $b) { tick @include(if: $a) }', { a: true, b: true }, false],
  ['tick @include(if: $a) ... @skip(if: $b) { tick }', { a: false, b: false }, true],
  ['tick @include(if: $a) ... @skip(if: $b) { tick }', { a: false, b: true }, false],
])('B02 %s under %j stays: %j', (field, variables, stays) => {
  expect(rootOf(`subscription ($a: Boolean!, $b: Boolean!) { ${field} }`)?.isIncluded(variables)).toBe(stays)
})
