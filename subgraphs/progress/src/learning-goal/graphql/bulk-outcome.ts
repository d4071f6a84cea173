import type { BulkRefusedShape, GraphContext } from '@kompetanse/graph'
import { ApprovalTabCounts } from '../../approval-queue/graphql/counts.ts'
import { approvalCounts } from '../../approval-queue/persistence/counts.ts'
import { builder } from '../../builder.ts'
import { BulkRefused } from '../../graph/bulk.ts'
import type { CommandOutcome } from '../use-cases/perform-commands.ts'
import { answerWith, type ResultShape } from './outcome.ts'

interface RowShape<Name extends string> {
  readonly id: string
  readonly outcome: ResultShape<Name>
}

interface ManyShape<Many extends string, Name extends string> {
  readonly __typename: Many
  readonly rows: RowShape<Name>[]
  readonly succeeded: number
}

type BulkNames = 'ApproveGoal' | 'RejectGoal'
type RowResult<Name extends BulkNames> = ReturnType<typeof import('./outcome.ts').goalResult<Name>>

/** `XRow`, `XsSuccess` and the union `XsResult`, for the bulk command of a command whose result is `result`. */
export function goalsResult<Name extends BulkNames>(name: Name, result: RowResult<Name>) {
  const Row = builder.objectRef<RowShape<`${Name}Success`>>(`${name}Row`).implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      outcome: t.field({ type: result, resolve: ({ outcome }) => outcome as never }),
    }),
  })
  const Success = builder
    .objectRef<ManyShape<`${Name}sSuccess`, `${Name}Success`>>(`${name}sSuccess`)
    .implement({
      fields: (t) => ({
        rows: t.field({ type: [Row], resolve: ({ rows }) => rows }),
        succeeded: t.exposeInt('succeeded'),
        counts: t.field({
          type: ApprovalTabCounts,
          resolve: (_done, _args, context) => approvalCounts('MINE', context),
        }),
      }),
    })
  return builder.unionType(`${name}sResult`, {
    types: [Success, BulkRefused],
    resolveType: (value) => (value as BulkRefusedShape | { __typename: `${Name}sSuccess` }).__typename,
  })
}

/** The rows of a bulk command as members of the row's union, in the order in which they were sent. */
export async function answerRows<Name extends BulkNames>(
  name: Name,
  goals: readonly { readonly goalId: string }[],
  outcomes: readonly CommandOutcome[],
  context: GraphContext,
): Promise<ManyShape<`${Name}sSuccess`, `${Name}Success`>> {
  const rows = await Promise.all(
    outcomes.map(async (outcome, at) => {
      const id = goals[at]?.goalId ?? ''
      return { id, outcome: await answerWith(`${name}Success`, id, outcome, context) }
    }),
  )
  const succeeded = outcomes.filter(({ kind }) => kind === 'done').length
  return { __typename: `${name}sSuccess`, rows, succeeded }
}
