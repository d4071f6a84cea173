import { arrayPage, byPlace, CONTENT } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, counted } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { personOf } from '../../directory/persons.ts'
import type { ChangeHistory, SupervisionHoursEntry as EntryRow } from '../../generated/db/client.ts'
import { historyOf } from '../persistence/history.ts'
import { SupervisionHoursEntry } from './SupervisionHoursEntry.ts'

interface Change {
  readonly row: ChangeHistory
  readonly of: EntryRow
}

/** As it was written down when it happened; a change needs a reason. */
interface Content {
  readonly on: string
  readonly minutes: number
  readonly note: string | null
  readonly reason?: string | null
}

const contentOf = ({ row }: Change) => row.content as unknown as Content

const HistoryCommand = builder.enumType('SupervisionHoursHistoryCommand', {
  description: 'What an entry of the history of hours tells of.',
  values: ['RECORD', 'CORRECT', 'REMOVE'] as const,
})

const OWN = 'For the trainee and who wrote it; null to everybody else.'
const mayRead = ({ of }: Change, personId: Id<'Person'>) => [of.traineeId, of.recordedById].includes(personId)

const HistoryEntry = builder.objectRef<Change>('SupervisionHoursHistoryEntry').implement({
  description: 'What an entry said after each change.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    at: t.field({ type: 'DateTime', resolve: ({ row }) => row.at }),
    by: t.field({
      type: Person,
      nullable: true,
      description: 'Who did it; null only when the portal no longer knows the person.',
      resolve: ({ row }, _args, context) => personOf(row.byId, context),
    }),
    command: t.field({
      type: HistoryCommand,
      resolve: ({ row }) => row.command as typeof HistoryCommand.$inferType,
    }),
    on: t.field({ type: 'Date', resolve: (change) => contentOf(change).on }),
    hours: t.float({
      description: 'Hours, as the entry said after it.',
      resolve: (change) => contentOf(change).minutes / 60,
    }),
    note: t.string({
      ...CONTENT,
      nullable: true,
      description: OWN,
      resolve: (change, _args, { actor }) =>
        mayRead(change, actor.personId) ? contentOf(change).note : null,
    }),
    reason: t.string({
      ...CONTENT,
      nullable: true,
      description: OWN,
      resolve: (change, _args, { actor }) =>
        mayRead(change, actor.personId) ? (contentOf(change).reason ?? null) : null,
    }),
  }),
})

builder.prismaObjectField(SupervisionHoursEntry, 'history', (t) =>
  t.connection(
    {
      type: HistoryEntry,
      ...byPlace,
      assumedSize: 100,
      description: 'Of what was recorded by hand, oldest first; empty of a conversation and a meeting.',
      resolve: async (entry, args, context) => {
        const rows = (await historyOf(entry.id, context)) ?? []
        return arrayPage(
          args,
          rows.map((row): Change => ({ row, of: entry })),
        )
      },
    },
    ...counted(HistoryEntry, 'SupervisionHoursHistory'),
  ),
)
