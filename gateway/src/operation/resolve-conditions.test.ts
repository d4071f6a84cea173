import { parse, print, stripIgnoredCharacters } from 'graphql'
import { expect, it } from 'vitest'
import { resolveConditions } from './resolve-conditions.ts'

const resolved = (query: string, variables: Record<string, unknown>) =>
  stripIgnoredCharacters(print(resolveConditions(parse(query), variables)))

const QUERY =
  'query ($a: Boolean!, $b: Boolean!) { x @skip(if: $a) y @include(if: $a) @skip(if: $b) @other ... @include(if: $b) { z } ...F @skip(if: $b) } fragment F on Query { w { v @include(if: $a) } }'

it('what the variables leave out is not there, and no condition is', () => {
  expect(resolved(QUERY, { a: true, b: false })).toBe(
    'query($a:Boolean!$b:Boolean!){y@other ...F}fragment F on Query{w{v}}',
  )
  expect(resolved(QUERY, { a: false, b: true })).toContain('{x ...{z}}')
})

it('a selection of nothing stays one by syntax', () => {
  expect(resolved('query ($a: Boolean!) { w { v @include(if: $a) } }', { a: false })).toBe(
    'query($a:Boolean!){w{__typename@skip(if:true)}}',
  )
})
