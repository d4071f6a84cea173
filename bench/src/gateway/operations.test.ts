import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { operations } from './operations.ts'
import { registered } from './registered.ts'

const api = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'))

it.each([...operations, ...registered])('$name is an operation of the graph as it is', ({ query }) => {
  expect(validate(api, parse(query)).map(({ message }) => message)).toEqual([])
})
