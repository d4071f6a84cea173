/** Commands on many rows at once (B01): each row answers for itself; only the call as a whole can be refused here. */
import {
  asShared,
  eachOnce,
  ID_AS_GIVEN,
  idIs,
  type AddRefusal,
  type GraphContext,
  type SharedTypes,
} from '@kompetanse/graph'
import type { ObjectRef, SchemaTypes } from '@pothos/core'
import type { Outcome } from '../outcome.ts'
import { fieldNameOf, type Member } from './member.ts'
import type { Added } from './mutation.ts'
import { SEEN } from './mutations-on.ts'

const MOST_ROWS = 100
const CODES = ['ROWS_EMPTY', 'TOO_MANY_ROWS', 'ROW_DUPLICATED'] as const

interface BulkRefusedShape {
  readonly __typename: 'BulkRefused'
  readonly code: (typeof CODES)[number]
}

/** A row as it is sent: anything newer than the version that was seen is StaleVersion. */
export interface BulkRow<Key extends string = string> {
  readonly id: Key
  readonly expectedVersion: number
}

interface AnsweredRow {
  readonly id: string
  readonly outcome: Member
}

interface Answer extends Member {
  readonly rows: readonly AnsweredRow[]
}

export interface BulkCommand<Types extends SchemaTypes, Counts, Key extends string = string> {
  /** `SignActivities`: what the mutation, its input, its success and its result are called after. */
  readonly many: string
  /** The same command for one row. */
  readonly single: Added<Types, Key>
  /** Whether one must say why; the one comment goes to all rows. */
  readonly commentRequired?: boolean
  readonly description: string
  /** The tabs' counts of the queue from which it was sent, as they are afterwards. */
  readonly counts: {
    readonly type: ObjectRef<Types, Counts>
    readonly of: (context: GraphContext) => Promise<Counts>
  }
  /** Gives the command to all rows: one outcome each, in the order sent. */
  readonly perform: (
    rows: readonly BulkRow<Key>[],
    comment: string | null,
    context: GraphContext,
  ) => Promise<readonly Outcome<object, string>[]>
}

type Erased = BulkCommand<SharedTypes, object>

/**
 * Adds what all bulk commands of a subgraph share, and returns what adds one: `XsInput`, `XRow`, `XsSuccess`, the
 * union `XsResult` and the mutation. `const bulkCommand = bulkCommands(builder, refusal)`
 */
export function bulkCommands<Types extends SchemaTypes>(
  target: PothosSchemaTypes.SchemaBuilder<Types>,
  refusal: AddRefusal<Types>,
) {
  const builder = asShared(target)
  const VersionedId = builder.inputType('VersionedId', {
    description: 'A row of a command on many, and the version of it that the actor saw.',
    fields: (t) => ({
      id: t.id({
        required: true,
        ...idIs('GIVEN_BY_COMMAND'),
        description: 'What it is done to; NotFound in its row where there is none.',
      }),
      expectedVersion: t.int({ required: true, description: SEEN }),
    }),
  })
  const inputOf = ({ many, commentRequired: required = false }: Erased) =>
    builder.inputType(`${many}Input`, {
      description: `What \`${fieldNameOf(many)}\` is given.`,
      fields: (t) => ({
        rows: t.field({
          type: [VersionedId],
          required: true,
          description: `From 1 to ${MOST_ROWS}, each once: ROWS_EMPTY, TOO_MANY_ROWS or ROW_DUPLICATED of others.`,
        }),
        comment: t.string({
          required,
          description: required
            ? 'For all rows; each is COMMENT_REQUIRED of an empty one.'
            : 'For all rows; kept with each.',
        }),
      }),
    })
  const BulkRefused = refusedType(refusal as never)

  return <Counts, Key extends string>(given: BulkCommand<Types, Counts, Key>): void => {
    const command = given as unknown as Erased
    const { many, description } = command
    const Input = inputOf(command)
    const Result = builder.unionType(`${many}Result`, {
      description: `What \`${fieldNameOf(many)}\` answers: an outcome of each row, or why none was looked at.`,
      types: [successType(builder, command), BulkRefused],
      resolveType: ({ __typename }) => __typename,
    })
    builder.mutationField(fieldNameOf(many), (t) =>
      t.field({
        type: Result,
        nullable: true,
        description,
        args: { input: t.arg({ type: Input, required: true }) },
        resolve: (_root, { input }, context) => answer(command, input.rows, input.comment, context),
      }),
    )
  }
}

type Builder = ReturnType<typeof asShared>

const refusedType = (refusal: AddRefusal<SharedTypes>) =>
  refusal<(typeof CODES)[number], BulkRefusedShape>('BulkRefused', {
    codes: {
      ROWS_EMPTY: 'the whole call is refused, as by the others; a refusal of one row is in its row.',
      TOO_MANY_ROWS: '`limit` says how many.',
      ROW_DUPLICATED: '',
    },
    shareable: true,
    fields: (t) => ({
      limit: t.int({ description: 'The most rows that are taken at once.', resolve: () => MOST_ROWS }),
    }),
  })

function successType(builder: Builder, { many, single: { name, result }, counts }: Erased) {
  const Row = builder.objectRef<AnsweredRow>(`${name}Row`).implement({
    description: `What \`${fieldNameOf(many)}\` did with one of its rows.`,
    fields: (t) => ({
      id: t.exposeID('id', { description: ID_AS_GIVEN }),
      outcome: t.field({ type: result, resolve: ({ outcome }) => outcome }),
    }),
  })
  const succeeded = ({ rows }: Answer) =>
    rows.filter(({ outcome }) => outcome.__typename === `${name}Success`).length
  return builder.objectRef<Answer>(`${many}Success`).implement({
    description: `\`${fieldNameOf(many)}\` went through its rows; each says what became of it.`,
    fields: (t) => ({
      rows: t.field({ type: [Row], description: 'In the order given.', resolve: ({ rows }) => rows }),
      succeeded: t.int({ description: 'Of how many rows it was done.', resolve: succeeded }),
      counts: t.field({
        type: counts.type,
        description: 'Of the actor’s queue, afterwards.',
        resolve: (_done, _args, context) => counts.of(context),
      }),
    }),
  })
}

async function answer(
  { many, single, perform }: Erased,
  rows: readonly BulkRow[],
  comment: string | null | undefined,
  context: GraphContext,
): Promise<Answer | BulkRefusedShape> {
  const refused = refusalOf(rows)
  if (refused) return { __typename: 'BulkRefused', code: refused }
  const outcomes = await perform(rows, comment || null, context)
  return {
    __typename: `${many}Success`,
    rows: outcomes.map((outcome, at) => ({ id: rows[at]?.id ?? '', outcome: single.memberOf(outcome) })),
  }
}

/** Why these rows cannot be taken as one call, or null. */
function refusalOf(rows: readonly BulkRow[]): BulkRefusedShape['code'] | null {
  if (rows.length === 0) return 'ROWS_EMPTY'
  if (rows.length > MOST_ROWS) return 'TOO_MANY_ROWS'
  return eachOnce(rows.map(({ id }) => id)).length < rows.length ? 'ROW_DUPLICATED' : null
}
