import { dayOf, osloDay } from '@kompetanse/calendar/day'
import { batched } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { followedTrainees, Trainee } from '../../directory/graphql/Trainee.ts'
import { lastsTo } from '../domain/group.ts'

/** Minutes of a member at the meetings of the group, by `groupId/traineeId`; one look-up for all of a request. */
const minutesOf = batched<string, number>(async (keys) => {
  const groupIds = [...new Set(keys.map((key) => key.split('/')[0] as string))]
  const rows = await database.$queryRaw<{ key: string; minutes: number }[]>`
    SELECT m.group_id || '/' || e.trainee_id AS key, sum(e.minutes)::int AS minutes
    FROM guidance_entry e JOIN group_meeting m ON m.id = e.meeting_id
    WHERE m.group_id = ANY(${groupIds}::uuid[]) AND e.removed_at IS NULL
    GROUP BY 1`
  return new Map(rows.map(({ key, minutes }) => [key, minutes]))
})

const SupervisionGroupMember = builder.prismaObject('GroupMember', {
  name: 'SupervisionGroupMember',
  description: 'That a trainee is or was in a group.',
  fields: (t) => ({
    id: t.exposeID('id'),
    trainee: t.relation('trainee', { type: Trainee }),
    joinedOn: t.expose('joinedOn', { type: 'Date' }),
    leftOn: t.expose('leftOn', { type: 'Date', nullable: true, description: 'The last day.' }),
    running: t.boolean({
      description: 'Whether the trainee is in the group today or later.',
      resolve: ({ leftOn }, _args, { now }) => lastsTo({ leftOn: leftOn && dayOf(leftOn) }, osloDay(now)),
    }),
    hours: t.float({
      nullable: true,
      description: 'At the meetings of this group; null to whom the supervision is not to be followed by.',
      select: { group: { select: { mentorId: true } } },
      resolve: async ({ groupId, traineeId, group }, _args, context) => {
        const leads = group.mentorId === context.actor.personId
        if (!leads && !(await followedTrainees(traineeId, context))) return null
        return ((await minutesOf(`${groupId}/${traineeId}`, context)) ?? 0) / 60
      },
    }),
  }),
})

export const MemberConnection = counted(SupervisionGroupMember, 'SupervisionGroupMember')
