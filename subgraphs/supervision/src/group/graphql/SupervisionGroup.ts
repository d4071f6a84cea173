import { dayOf, osloDay, today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import { batched, pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { SupervisionGroup as Row } from '../../generated/db/client.ts'
import { ruleOn } from '../../hours/domain/requirement.ts'
import { rulesFor } from '../../hours/persistence/known.ts'
import { availableCommands, GROUP_COMMANDS } from '../domain/group.ts'
import { visibleMeeting, visibleMember } from '../persistence/visible-group.ts'
import { MeetingConnection } from './GroupMeeting.ts'
import { MemberConnection } from './GroupMember.ts'

const SupervisionGroupCommand = builder.enumType('SupervisionGroupCommand', {
  description: 'What can be done with a group.',
  values: GROUP_COMMANDS,
})

/** The figure for each track on the day that its group began. */
const allRules = batched<'all', Awaited<ReturnType<typeof database.supervisionRule.findMany>>>(
  async () => new Map([['all', await database.supervisionRule.findMany()]]),
)

/** For how many hours, and by what, a group meets; null where nothing names any. */
async function requirement({ trackCode, createdAt }: Row, context: GraphContext) {
  const rules = rulesFor('GROUP_HOURS', { trackCode }, (await allRules('all', context)) ?? [])
  const rule = ruleOn(osloDay(createdAt), rules)
  return rule && rule.value > 0 ? rule : null
}

export const SupervisionGroup = builder.prismaObject('SupervisionGroup', {
  description: 'Trainees of one track who are guided together, and their meetings (B06).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    trackCode: t.exposeString('trackCode'),
    mentor: t.relation('mentor', { type: Person, description: 'Who leads the group.' }),
    requiredHours: t.float({
      nullable: true,
      description:
        'For each member: 120 for general practice, 90 for community medicine; null where none is named.',
      resolve: async (group, _args, context) => (await requirement(group, context))?.value ?? null,
    }),
    requirementSource: t.string({
      nullable: true,
      description: 'Where the number of hours is written, in Norwegian; null where none is named.',
      resolve: async (group, _args, context) => (await requirement(group, context))?.source ?? null,
    }),
    closedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Null while it is open.',
      resolve: ({ closedOn }) => closedOn && dayOf(closedOn),
    }),
    members: t.relatedConnection(
      'members',
      {
        ...{ cursor: 'id', totalCount: true, ...pageOf(20) },
        query: (_args, { actor, now }) => ({
          where: visibleMember(actor, today(now)),
          orderBy: [{ joinedOn: 'asc' }, { id: 'asc' }],
        }),
        description:
          'Who has been in it longest first; those who have left too. For who has left, the own membership.',
      },
      ...MemberConnection,
    ),
    meetings: t.relatedConnection(
      'meetings',
      {
        ...{ cursor: 'id', totalCount: true, ...pageOf(20) },
        query: (_args, { actor, now }) => ({
          where: visibleMeeting(actor, today(now)),
          orderBy: [{ on: 'desc' }, { id: 'asc' }],
        }),
        description: 'Newest first. For who has left the group, those at which that person was.',
      },
      ...MeetingConnection,
    ),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [SupervisionGroupCommand],
      resolve: ({ mentorId, closedOn }, _args, { actor }) => [
        ...availableCommands({ leaderId: mentorId, closedOn: closedOn && dayOf(closedOn) }, actor.personId),
      ],
    }),
  }),
})

export const GroupConnection = counted(SupervisionGroup, 'SupervisionGroup')
