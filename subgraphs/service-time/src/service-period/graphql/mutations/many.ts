import { bulkRefusal, type BulkRefusedShape, type GraphContext } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { BulkRefused, VersionedId } from '../../../graph/bulk.ts'
import { ServiceTimeTabCounts } from '../../../signing-queue/graphql/counts.ts'
import { tabCounts } from '../../../signing-queue/persistence/counts.ts'
import { performCommands, type CommandInput, type CommandRow } from '../../use-cases/perform-commands.ts'
import { toResult, type periodResult, type PeriodResultShape } from '../result.ts'
import { RejectServicePeriodResult } from './reject.ts'
import { SignServicePeriodResult } from './sign.ts'

interface RowShape {
  readonly id: string
  readonly outcome: PeriodResultShape
}

interface ManyShape {
  readonly __typename: string
  readonly rows: RowShape[]
}

/** `XRow`, the success and the union of a bulk command whose single command is `single` with this result. */
function periodsResult(many: string, single: string, result: ReturnType<typeof periodResult>) {
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
        type: ServiceTimeTabCounts,
        resolve: (_done, _args, context) => tabCounts('MINE', context),
      }),
    }),
  })
  return builder.unionType(`${many}Result`, {
    types: [Success, BulkRefused],
    resolveType: (value) => (value as ManyShape | BulkRefusedShape).__typename,
  })
}

/** Gives the command to all rows (B01): one record each, outcomes in the order sent, none lost. */
async function performOnRows(
  { many, single }: { readonly many: string; readonly single: string },
  rows: readonly CommandRow[],
  command: CommandInput,
  context: GraphContext,
): Promise<ManyShape | BulkRefusedShape> {
  const refused = bulkRefusal(rows)
  if (refused) return refused
  const outcomes = await performCommands(rows, command, context)
  return {
    __typename: `${many}Success`,
    rows: outcomes.map((outcome, at) => ({
      id: rows[at]?.id ?? '',
      outcome: toResult(outcome, single),
    })),
  }
}

const rowsAnd = <Required extends boolean>(name: string, required: Required) =>
  builder.inputType(name, {
    fields: (t) => ({
      rows: t.field({ type: [VersionedId], required: true }),
      comment: t.string({ required }),
    }),
  })

const SignServicePeriodsInput = rowsAnd('SignServicePeriodsInput', false)
const RejectServicePeriodsInput = rowsAnd('RejectServicePeriodsInput', true)
const description = 'One record per row, one comment for all. Rows answer in the order sent.'

builder.mutationFields((t) => ({
  signServicePeriods: t.field({
    type: periodsResult('SignServicePeriods', 'SignServicePeriod', SignServicePeriodResult),
    description,
    args: { input: t.arg({ type: SignServicePeriodsInput, required: true }) },
    resolve: (_root, { input: { rows, comment } }, context) => {
      const names = { many: 'SignServicePeriods', single: 'SignServicePeriod' }
      return performOnRows(names, rows, { name: 'SIGN', comment: comment ?? null }, context)
    },
  }),
  rejectServicePeriods: t.field({
    type: periodsResult('RejectServicePeriods', 'RejectServicePeriod', RejectServicePeriodResult),
    description,
    args: { input: t.arg({ type: RejectServicePeriodsInput, required: true }) },
    resolve: (_root, { input: { rows, comment } }, context) => {
      const names = { many: 'RejectServicePeriods', single: 'RejectServicePeriod' }
      return performOnRows(names, rows, { name: 'REJECT', comment: comment ?? null }, context)
    },
  }),
}))
