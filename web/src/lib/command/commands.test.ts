import type { TypedDocumentNode } from '@urql/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commands } from './commands.ts'
import { done, refused } from './testing.ts'

const sent = vi.hoisted(() => ({ answer: {} as object }))
vi.mock('#lib/graph/index.ts', () => ({
  graph: () => ({ mutation: () => ({ toPromise: () => Promise.resolve(sent.answer) }) }),
}))
afterEach(() => (sent.answer = {}))

type Approve = TypedDocumentNode<
  { approveGoal: typeof done | typeof refused | null },
  { input: { goalId: string } }
>
const { approve } = commands({ approve: {} as Approve })
const failed = (code?: string) => ({ graphQLErrors: [{ extensions: { code } }] })

describe('what a command is answered with', () => {
  it.each([
    ['done', { data: { __typename: 'Mutation', approveGoal: done } }, done],
    ['a refusal', { data: { approveGoal: refused } }, refused],
    [
      'null, lost on the way',
      { data: { approveGoal: null } },
      { __typename: 'Unreachable', code: 'UNREACHABLE' },
    ],
    [
      'null, with an error',
      { data: { approveGoal: null }, error: failed('DOWNSTREAM_SERVICE_ERROR') },
      { __typename: 'Unreachable', code: 'UNREACHABLE' },
    ],
    [
      'done in part, with an error',
      { data: { approveGoal: done }, error: failed() },
      { __typename: 'Unreachable', code: 'UNREACHABLE' },
    ],
    ['nothing', {}, { __typename: 'Unreachable', code: 'UNREACHABLE' }],
    [
      'what cannot be read',
      { error: failed('TEXT_TOO_LONG') },
      { __typename: 'Malformed', code: 'TEXT_TOO_LONG' },
    ],
  ])('%s', async (_name, answer, outcome) => {
    sent.answer = answer
    expect(await approve({ goalId: 'g' })).toEqual(outcome)
  })
})
