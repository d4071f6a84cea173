import { contentOf } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, counted } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { mayReadMeeting } from '../persistence/readable-meeting.ts'

const text = contentOf(({ id }: { readonly id: Id<'GroupMeeting'> }, context) => mayReadMeeting(id, context))

const SupervisionGroupMeeting = builder.prismaObject('GroupMeeting', {
  name: 'SupervisionGroupMeeting',
  description: 'A meeting of a group, and who was there.',
  fields: (t) => ({
    id: t.exposeID('id'),
    on: t.expose('on', { type: 'Date' }),
    hours: t.float({ description: 'Hours, for each who was there.', resolve: ({ minutes }) => minutes / 60 }),
    topic: t.string({
      ...text('topic'),
      description: 'For who leads the group, and for who may read what is written of a member (B32).',
    }),
    present: t.field({
      type: [Trainee],
      description: 'Who was there, by name.',
      select: {
        attendance: {
          where: { removedAt: null },
          select: { trainee: true },
          orderBy: [{ trainee: { displayName: 'asc' } }, { id: 'asc' }],
        },
      },
      resolve: ({ attendance }) => attendance.map(({ trainee }) => trainee),
    }),
  }),
})

export const MeetingConnection = counted(SupervisionGroupMeeting, 'SupervisionGroupMeeting')
