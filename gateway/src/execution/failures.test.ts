import { buildSchema, Kind, parse } from 'graphql'
import { expect, it } from 'vitest'
import { Budget, Cause } from './cause.ts'
import { Failures } from './failures.ts'
import { createShapes } from './response-shape.ts'
import { fetchOf, runOver } from './testing.ts'

const schema = buildSchema(`
  type Query { may: Int must: Int! object: Row rows: [Row!] } type Row { id: ID may: Int must: Int! }`)
const down = { data: null, errors: [{ message: 'down' }] }

/** What the client gets of root fields that are lost, and where it is told. */
async function answerOf(query: string) {
  const { data, failures } = await runOver(schema, fetchOf('a', query), { answers: { a: down } })
  const [operation] = parse(query).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation')
  const completion = { errors: [], path: [], introspect: () => null }
  const shown = createShapes(schema, operation, new Map()).for({})(data, completion)
  const [ofAnswer, ofPlan] = [failures.ofAnswer, [...failures.errors, ...failures.ofFetches]].map((errors) =>
    errors.map(({ path }) => path),
  )
  return { shown, ofAnswer, ofPlan, unexplained: completion.errors }
}

it.each<[string, string, unknown, string[]]>([
  ['null where it may be', '{ may rows { id } }', { may: null, rows: null }, ['may', 'rows']],
  ['under its alias', '{ mine: may object { must } }', { mine: null, object: null }, ['mine', 'object']],
  ['nothing of the object, where it must not be null', '{ must }', null, ['must']],
])('a lost field is told with its error and no other: %s', async (_what, query, shown, names) => {
  expect(await answerOf(query)).toEqual({
    ...{ shown, ofPlan: [], unexplained: [] },
    ofAnswer: names.map((name) => [name]),
  })
})

it('what must not be null comes last, whichever cause it is of', () => {
  const failures = new Failures()
  for (const [name, isRequired] of [['must', true] as const, ['may', false] as const]) {
    const error = { message: name, serviceName: 'a' }
    const cause = new Cause(error, { budget: new Budget(), isReported: false })
    cause.record(['row', name], isRequired)
    failures.causes.push(cause)
  }
  expect(failures.ofAnswer.map(({ message, path }) => [message, path])).toEqual([
    ['may', ['row', 'may']],
    ['must', ['row', 'must']],
  ])
})
