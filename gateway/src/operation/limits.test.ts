import { processorMs } from '@kompetanse/schema/testing/processor-ms'
import { getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, overLimit } from './limits.ts'

const codes = (document: string) =>
  overLimit(parse(document), DEFAULT_LIMITS)?.errors.map(({ extensions }) => extensions?.['code'])
const within = (turns: number): string =>
  turns === 0 ? 'id' : `goals { edges { node { activities { edges { node { ${within(turns - 1)} } } } } } }`

describe('introspection', () => {
  it('as a tool asks for it, is within the limits', () => {
    const whole = getIntrospectionQuery({
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
    })
    expect(codes(whole)).toBeUndefined()
  })

  it('counts as anything else', () => {
    const aliases = Array.from({ length: 101 }, (_, at) => `a${at}: __schema { description }`)
    expect(codes(`{ ${aliases.join(' ')} }`)).toEqual(['DOCUMENT_TOO_MANY_ALIASES'])
    const deep = `{ __type(name: "A") { ${'ofType { '.repeat(20)} name ${'}'.repeat(20)} } }`
    expect(codes(deep)).toEqual(['DOCUMENT_TOO_DEEP'])
  })
})

describe('conditions', () => {
  const conditional = (count: number) =>
    `{ ${Array.from({ length: count }, (_, at) => `a${at}: id @include(if: $a${at}) @skip(if: $a0)`).join(' ')} }`

  it('depend on six variables, since each way that they can turn out may be planned', () => {
    expect(codes(conditional(6))).toBeUndefined()
    expect(codes(conditional(7))).toEqual(['DOCUMENT_TOO_MANY_CONDITIONS'])
  })
})

describe('a field within itself', () => {
  it('may come back once: a goal, its activities and their goals', () => {
    expect(codes(`{ plan { ${within(2)} } }`)).toBeUndefined()
  })

  it('is refused from the third on, also under other names and through fragments', () => {
    expect(codes(`{ plan { ${within(3)} } }`)).toEqual(['DOCUMENT_TOO_RECURSIVE'])
    expect(codes('{ a: goals { b: goals { c: goals { id } } } }')).toEqual(['DOCUMENT_TOO_RECURSIVE'])
    expect(
      codes(
        `{ goals { ...A } } fragment A on Goal { activities { ...B } } fragment B on Activity { ${within(2)} }`,
      ),
    ).toEqual(['DOCUMENT_TOO_RECURSIVE'])
  })

  it('may be beside itself as often as there are aliases', () => {
    expect(codes('{ a: goals { id } b: goals { id } c: goals { id } }')).toBeUndefined()
  })

  it('is counted in a moment, however fragments are spread', () => {
    const spread = Array.from(
      { length: 18 },
      (_, at) => `fragment F${at} on T { a${at} { ...F${at + 1} } b${at} { ...F${at + 1} } }`,
    )
    const begun = processorMs()
    expect(codes(`{ x { ...F0 } } ${spread.join(' ')} fragment F18 on T { id }`)).toEqual([
      'DOCUMENT_TOO_MANY_FIELDS',
    ])
    expect(processorMs() - begun).toBeLessThan(1_000)
  })
})
