import SchemaBuilder from '@pothos/core'
import { expect, it } from 'vitest'
import { builderOptions, federation } from './builder.ts'
import type { SharedSchemaTypes } from './shared-builder.ts'
import { pageOf } from './sizes.ts'
import { printSubgraph } from './print.ts'

const aBuilder = () => {
  const { plugins, ...options } = builderOptions
  const builder = new SchemaBuilder<SharedSchemaTypes>({
    ...options,
    plugins: plugins.filter((each) => each !== 'prisma'),
  } as never)
  builder.queryType()
  const Thing = builder.objectRef<{ id: string }>('Thing').implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      hours: t.int({ args: { year: t.arg.int() }, resolve: () => 1 }),
      last: t.int({ costs: 10, resolve: () => 1 }),
    }),
  })
  return { builder, Thing }
}

it('B02 sizes and prices are written on every list of objects, connection, search and what is reckoned, and on nothing else', () => {
  const { builder, Thing } = aBuilder()
  builder.queryFields((t) => ({
    things: t.field({ type: [Thing], resolve: () => [] }),
    many: t.field({ type: [Thing], assumedSize: 60, resolve: () => [] }),
    names: t.stringList({ resolve: () => [] }),
    paged: t.connection({
      type: Thing,
      ...pageOf(30),
      args: { search: t.arg.string() },
      resolve: () => ({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } }) as never,
    }),
  }))
  // What is said of an argument in words puts it on a line of its own.
  const lines = printSubgraph(builder.toSubGraphSchema(federation))
    .replace(/\s*"""[^"]*"""/g, '')
    .replace(
      /\(\n([^)]*\([^)]*\)[^)]*|[^)]*)\n\s*\)/g,
      (_all, inner: string) =>
        `(${inner
          .trim()
          .split(/\s*\n\s*/)
          .join(', ')})`,
    )
    .split('\n')
  const [, ...marked] = lines.filter((line) => line.includes('listSize') || line.includes('@cost'))
  expect(marked.map((line) => line.trim()).sort()).toEqual([
    'hours(year: Int): Int! @cost(weight: 100)',
    'last: Int! @cost(weight: 10)',
    'many: [Thing!]! @listSize(assumedSize: 60, requireOneSlicingArgument: false)',
    'paged(search: String @cost(weight: 500), before: String, after: String, first: Int, last: Int): QueryPagedConnection! @listSize(assumedSize: 30, slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false) @cost(weight: 50)',
    'things: [Thing!]! @listSize(assumedSize: 10, requireOneSlicingArgument: false)',
  ])
})

it('a connection that does not say how long its pages are is no schema', () => {
  const { builder, Thing } = aBuilder()
  builder.queryField('paged', (t) => t.connection({ type: Thing, resolve: () => null as never }))
  expect(() => builder.toSubGraphSchema(federation)).toThrow(
    'Query.paged is paged: say ...pageOf(default, most)',
  )
})
