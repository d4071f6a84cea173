import { bulkRefusal, type BulkRefusedShape, type GraphContext } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { BulkRefused } from '../../graph/bulk.ts'
import { SigningTabCounts } from '../../signing-queue/graphql/counts.ts'
import { signingCounts } from '../../signing-queue/persistence/counts.ts'
import { performCommands, type CommandInput, type CommandRow } from '../use-cases/perform-commands.ts'
import { toResult, type activityResult, type ActivityResultShape } from './outcome.ts'

interface RowShape {
  readonly id: string
  readonly outcome: ActivityResultShape
}

interface ManyShape {
  readonly __typename: string
  readonly rows: RowShape[]
}

/** `XRow`, the success and the union of a bulk command whose single command is `single` with this result. */
export function activitiesResult(many: string, single: string, result: ReturnType<typeof activityResult>) {
  const Row = builder.objectRef<RowShape>(`${single}Row`).implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      outcome: t.field({ type: result, resolve: ({ outcome }) => outcome }),
    }),
  })
  const Success = builder.objectRef<ManyShape>(`${many}Success`).implement({
    fields: (t) => ({
      rows: t.field({ type: [Row], resolve: ({ rows }) => rows }),
      succeeded: t.int({
        resolve: ({ rows }) =>
          rows.filter(({ outcome }) => 'kind' in outcome && outcome.kind === 'done').length,
      }),
      counts: t.field({
        type: SigningTabCounts,
        resolve: (_done, _args, context) => signingCounts('MINE', context),
      }),
    }),
  })
  return builder.unionType(`${many}Result`, {
    types: [Success, BulkRefused],
    resolveType: (value) => (value as ManyShape | BulkRefusedShape).__typename,
  })
}

/** Gives the command to all rows (B01): one record each, outcomes in the order sent, none lost. */
export async function performOnRows(
  { many, single }: { readonly many: string; readonly single: string },
  rows: readonly CommandRow[],
  command: CommandInput,
  context: GraphContext,
): Promise<ManyShape | BulkRefusedShape> {
  const refused = bulkRefusal(rows)
  if (refused) return refused
  const outcomes = await performCommands(
    rows.map((row) => ({ ...row, command })),
    context,
  )
  return {
    __typename: `${many}Success`,
    rows: outcomes.map((outcome) => ({ id: outcome.id, outcome: toResult(outcome, single) })),
  }
}
