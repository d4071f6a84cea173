import { osloDay } from '@kompetanse/calendar/day'
import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { availableCommands, DELEGATION_COMMANDS } from '../domain/delegate.ts'
import { toPeriod } from '../persistence/load.ts'
import { endable } from '../persistence/visible-delegation.ts'

const DelegationCommand = builder.enumType('DelegationCommand', {
  description: 'What can be done with a delegation.',
  values: DELEGATION_COMMANDS,
})

const mayEnd = batched<Id<'Person'>, boolean>((leaderIds, { actor, now }) =>
  endable(database, leaderIds, actor, now),
)

export const Delegation = builder.prismaObject('Delegation', {
  directives: { key: { fields: 'id', resolvable: false } },
  description: 'That a leader lets somebody approve goals, by a guideline and for a time (F094–F100).',
  fields: (t) => ({
    id: t.exposeID('id'),
    leader: t.relation('leader'),
    delegate: t.relation('delegate'),
    guideline: t.exposeString('guideline', {
      description: 'Which approvals, by what standard: the trainee reads it when choosing.',
    }),
    startsOn: t.expose('validFrom', { type: 'Date' }),
    endsOn: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while it goes on.',
    }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it was ended on its first day or before: it counts on no day from then on, and what was done by it on that day stands. Null else.',
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [DelegationCommand],
      resolve: async (delegation, _args, context) => {
        const may = (await mayEnd(delegation.leaderId, context)) ?? false
        const situation = { period: toPeriod(delegation), mayEnd: may, today: osloDay(context.now) }
        return [...availableCommands(situation)]
      },
    }),
  }),
})

export const DelegationConnection = counted(Delegation, 'Delegation')
