import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import { refusal, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { type InputBuilder, mutation, mutationsOn } from '../../graph/mutation.ts'
import type { GroupRefusal } from '../domain/group.ts'
import { groupCommands } from '../use-cases/commands.ts'
import { createGroup } from '../use-cases/create-group.ts'
import { SupervisionGroup } from './SupervisionGroup.ts'

const SupervisionGroupRefused = refusal<GroupRefusal>('SupervisionGroupRefused', {
  codes: {
    NOT_PERMITTED: 'who guides somebody begins a group; who leads it changes it.',
    GROUP_CLOSED: '',
    NAME_REQUIRED: '',
    TEXT_TOO_LONG: '',
    TRACK_UNKNOWN: '',
    TRAINEE_NOT_ELIGIBLE: 'of another track, unknown to who leads the group, or gone.',
    ALREADY_MEMBER: '',
    NOT_A_MEMBER: 'not on that day.',
    DATE_IN_FUTURE: '',
    PERIOD_INVALID: '',
    HOURS_INVALID: 'more than none, at most 24.',
    NATIONAL_ID_FOUND: '',
  },
})

/** The group after the command. */
const success = <Parent extends { readonly id: Id<'SupervisionGroup'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
) => ({
  group: t.prismaField({
    type: SupervisionGroup,
    resolve: (query, { id }) => database.supervisionGroup.findUniqueOrThrow({ ...query, where: { id } }),
  }),
})

const groupMutation = mutationsOn({
  id: 'groupId',
  refused: SupervisionGroupRefused,
  perform: groupCommands.perform,
  success,
})

const name = {
  required: true,
  description: 'NAME_REQUIRED of an empty one; at most 100 characters, TEXT_TOO_LONG else.',
} as const

mutation({
  name: 'CreateSupervisionGroup',
  description: 'By who mentors or leads somebody; the actor leads the group (B06).',
  input: (t) => ({
    name: t.string(name),
    trackCode: t.string({ required: true, description: 'TRACK_UNKNOWN of one that nobody follows.' }),
  }),
  refusals: [SupervisionGroupRefused],
  perform: (input, context) => createGroup(input, context),
  success,
})

groupMutation({
  name: 'RenameSupervisionGroup',
  description: 'By who leads the group, while it is open (B06).',
  input: (t) => ({ name: t.string(name) }),
  command: ({ name: to }) => ({ name: 'RENAME', to }),
})

groupMutation({
  name: 'CloseSupervisionGroup',
  description: 'By who leads the group, for good (B06). Its hours stay.',
  command: () => ({ name: 'CLOSE' }),
})

const traineeId = { required: true } as const

groupMutation({
  name: 'AddGroupMember',
  description:
    'By who leads the group, while it is open (B06). Who has left may come again, from the day after.',
  input: (t) => ({
    traineeId: t.idOf('Person', {
      ...traineeId,
      description: "Of the group's track; TRAINEE_NOT_ELIGIBLE else.",
    }),
    joinsOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day; DATE_IN_FUTURE of a later one than today.',
    }),
  }),
  command: (joining) => ({ name: 'ADD_MEMBER', ...joining }),
})

groupMutation({
  name: 'RemoveGroupMember',
  description: 'By who leads the group, while it is open (B06). The hours that the member has stay.',
  input: (t) => ({
    traineeId: t.idOf('Person', { ...traineeId, description: 'NOT_A_MEMBER of who is not in the group.' }),
    leavesOn: t.field({
      type: 'Date',
      required: true,
      description: 'The last day; PERIOD_INVALID of one before the first.',
    }),
  }),
  command: (leaving) => ({ name: 'REMOVE_MEMBER', ...leaving }),
})

const meeting = (t: InputBuilder) => ({
  on: t.field({
    type: 'Date',
    required: true,
    description: 'A calendar day in Oslo; DATE_IN_FUTURE of a later one than today.',
  }),
  hours: t.float({ required: true, description: 'More than none, at most 24; HOURS_INVALID else.' }),
  topic: t.string({ description: 'What the meeting was about.' }),
  presentTraineeIds: t.idsOf('Person', {
    required: true,
    description: 'Members on that day; NOT_A_MEMBER of others.',
  }),
})

groupMutation({
  name: 'RecordGroupMeeting',
  description: 'By who leads the group, while it is open: each who was there gets its hours (B06).',
  input: meeting,
  command: ({ topic = null, ...held }) => ({ name: 'RECORD_MEETING', meeting: { ...held, topic } }),
})

groupMutation({
  name: 'CorrectGroupMeeting',
  description: 'As a whole, who is left out was not there: by who leads the group, while it is open (B06).',
  input: (t) => ({
    meetingId: t.idOf('GroupMeeting', {
      required: true,
      description: "Of the group's; NOT_PERMITTED of another.",
    }),
    ...meeting(t),
  }),
  command: ({ meetingId, topic = null, ...held }) => ({
    name: 'CORRECT_MEETING',
    meetingId,
    meeting: { ...held, topic },
  }),
})
