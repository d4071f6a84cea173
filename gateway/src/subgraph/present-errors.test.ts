import { describe, expect, it } from 'vitest'
import { silent } from '../../testing/gateway-fixture.ts'
import { presentErrors } from './present-errors.ts'

const presented = (code?: unknown) => {
  const extensions = {
    ...(code !== undefined && { code }),
    hint: 'x',
    serviceName: 'a',
    stacktrace: ['at x'],
    http: { status: 999 },
  }
  const [shown] = presentErrors(silent, {}, [
    { message: 'secret', path: ['x'], extensions, serviceName: 'a' },
  ])
  return shown
}

describe('an error of a subgraph, as a client sees it', () => {
  it.each(['NOT_PERMITTED', 'BAD_USER_INPUT', 'SUBGRAPH_UNAVAILABLE', 'UNAUTHENTICATED'])(
    '%s is a refusal and passes, without what only the inside is to know',
    (code) =>
      expect(presented(code)).toEqual({ message: 'secret', path: ['x'], extensions: { code, hint: 'x' } }),
  )

  it.each([
    undefined,
    7,
    'INTERNAL_SERVER_ERROR',
    'DOWNSTREAM_SERVICE_ERROR',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
    'BAD_REQUEST',
  ])('%s is a bug and is masked', (code) =>
    expect(presented(code)).toEqual({
      message: 'Internal server error',
      path: ['x'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: expect.any(String) as string },
    }),
  )
})

it('one bug at several places is logged once, under one id', () => {
  const logged: unknown[] = []
  const log = { ...silent, error: (details: unknown) => void logged.push(details) }
  const errors = ['x', 'y'].map((name) => ({ message: 'secret', path: [name], serviceName: 'a' }))
  const [one, other] = presentErrors(log, {}, errors)
  expect([one?.path, other?.path, other?.extensions]).toEqual([['x'], ['y'], one?.extensions])
  expect(logged).toHaveLength(1)
})
