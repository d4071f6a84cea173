/** A supervision group: who is in it when, and its meetings (spesialistforskriften § 2 fourth paragraph). */
import { endsBefore, runsOn } from '@kompetanse/calendar/period'
import type { Id } from '@kompetanse/schema/ids'
import { LONGEST_NAME, refuseText } from '../../conversation/domain/complete.ts'
import { minutesOf } from '../../hours/domain/entry.ts'

export type GroupRefusal =
  | 'NOT_PERMITTED'
  | 'GROUP_CLOSED'
  | 'NAME_REQUIRED'
  | 'TEXT_TOO_LONG'
  | 'TRACK_UNKNOWN'
  | 'TRAINEE_NOT_ELIGIBLE'
  | 'ALREADY_MEMBER'
  | 'NOT_A_MEMBER'
  | 'DATE_IN_FUTURE'
  | 'PERIOD_INVALID'
  | 'HOURS_INVALID'
  | 'NATIONAL_ID_FOUND'

export const GROUP_COMMANDS = [
  'RENAME',
  'ADD_MEMBER',
  'REMOVE_MEMBER',
  'RECORD_MEETING',
  'CORRECT_MEETING',
  'CLOSE',
] as const
export type GroupCommandName = (typeof GROUP_COMMANDS)[number]

export type GroupCommand =
  | { readonly name: 'RENAME'; readonly to: string }
  | { readonly name: 'ADD_MEMBER'; readonly traineeId: Id<'Person'>; readonly joinsOn: string }
  | { readonly name: 'REMOVE_MEMBER'; readonly traineeId: Id<'Person'>; readonly leavesOn: string }
  | { readonly name: 'RECORD_MEETING'; readonly meeting: Meeting }
  | { readonly name: 'CORRECT_MEETING'; readonly meetingId: Id<'GroupMeeting'>; readonly meeting: Meeting }
  | { readonly name: 'CLOSE' }

export interface Membership {
  readonly traineeId: Id<'Person'>
  readonly joinedOn: string
  readonly leftOn: string | null
}

export interface Meeting {
  readonly on: string
  readonly hours: number
  readonly topic: string | null
  readonly presentTraineeIds: readonly Id<'Person'>[]
}

export interface Group {
  readonly leaderId: Id<'Person'>
  readonly closedOn: string | null
  readonly members: readonly Membership[]
}

/** What else a decision on a group depends on. */
export interface GroupSituation {
  readonly actorId: Id<'Person'>
  /** The calendar day in Oslo. */
  readonly today: string
  /** Whether who is to join may; looked up only for that. */
  readonly eligible: boolean
  /** Whether the meeting that is to be corrected is one of the group's; looked up only for that. */
  readonly hasMeeting: boolean
}

/** Why nothing is done with a group any more, or null. */
export const impossible = ({ closedOn }: Pick<Group, 'closedOn'>): GroupRefusal | null =>
  closedOn === null ? null : 'GROUP_CLOSED'

/** Who leads it does all there is to do. */
export const forbidden = (
  { leaderId }: Pick<Group, 'leaderId'>,
  actorId: Id<'Person'>,
): GroupRefusal | null => (leaderId === actorId ? null : 'NOT_PERMITTED')

/** What this actor can do with a group now. */
export const availableCommands = (
  group: Pick<Group, 'leaderId' | 'closedOn'>,
  actorId: Id<'Person'>,
): readonly GroupCommandName[] => (impossible(group) || forbidden(group, actorId) ? [] : GROUP_COMMANDS)

export function refuseName(name: string): GroupRefusal | null {
  if (!name) return 'NAME_REQUIRED'
  if (name.length > LONGEST_NAME) return 'TEXT_TOO_LONG'
  return refuseText(name)
}

/** Whether a membership lasts to a day: it has no last day, or not before that one. */
export const lastsTo = ({ leftOn }: Pick<Membership, 'leftOn'>, day: string): boolean =>
  !endsBefore({ validTo: leftOn }, day)

/** Why somebody cannot join from that day, or null. Who left may come again, from the day after. */
export function refuseJoining(
  { members }: Group,
  {
    traineeId,
    joinsOn,
    eligible,
    today,
  }: { traineeId: Id<'Person'>; joinsOn: string; eligible: boolean; today: string },
): GroupRefusal | null {
  if (!eligible) return 'TRAINEE_NOT_ELIGIBLE'
  if (joinsOn > today) return 'DATE_IN_FUTURE'
  const own = members.filter((member) => member.traineeId === traineeId)
  return own.some((member) => lastsTo(member, joinsOn)) ? 'ALREADY_MEMBER' : null
}

/** Why somebody cannot leave with that day as the last, or null. A last day that has not passed can be another. */
export function refuseLeaving(
  { members }: Group,
  { traineeId, leavesOn, today }: { traineeId: Id<'Person'>; leavesOn: string; today: string },
): GroupRefusal | null {
  const running = members.find((member) => member.traineeId === traineeId && lastsTo(member, today))
  if (!running) return 'NOT_A_MEMBER'
  return leavesOn < running.joinedOn ? 'PERIOD_INVALID' : null
}

/** Why a meeting cannot have been so, or null: those who were there were members on that day. */
export function refuseMeeting({ members }: Group, meeting: Meeting, today: string): GroupRefusal | null {
  if (minutesOf(meeting.hours) === null) return 'HOURS_INVALID'
  if (meeting.on > today) return 'DATE_IN_FUTURE'
  const memberOn = (id: Id<'Person'>) =>
    members.some(
      ({ traineeId, joinedOn: validFrom, leftOn: validTo }) =>
        traineeId === id && runsOn({ validFrom, validTo }, meeting.on),
    )
  if (!meeting.presentTraineeIds.every(memberOn)) return 'NOT_A_MEMBER'
  return refuseText(meeting.topic)
}
