import { acceptedUnless, type Decision } from '@kompetanse/command/decision'
import { refusalOf } from '@kompetanse/command/workflow'
import {
  forbidden,
  impossible,
  refuseJoining,
  refuseLeaving,
  refuseMeeting,
  refuseName,
  type Group,
  type GroupCommand,
  type GroupRefusal,
  type GroupSituation,
} from './group.ts'

/** What is written of a command. */
export interface GroupStep {
  readonly command: GroupCommand
}

/** Who begins a group, and of what. */
export interface Beginning {
  /** Whether the actor guides anybody today. */
  readonly guides: boolean
  /** Whether somebody is in the track. */
  readonly trackKnown: boolean
}

/** Whether somebody begins a group: who guides somebody does, of a track that there is. */
export function decideCreation(
  name: string,
  { guides, trackKnown }: Beginning,
): Decision<{ readonly name: string }, GroupRefusal> {
  const code = guides ? refuseName(name) : 'NOT_PERMITTED'
  return acceptedUnless(code ?? (trackKnown ? null : 'TRACK_UNKNOWN'), { name })
}

/** Whether who leads a group changes it so: its name, its members, its meetings. */
export function decideGroup(
  group: Group,
  command: GroupCommand,
  situation: GroupSituation,
): Decision<GroupStep, GroupRefusal> {
  const code = refusalOf<GroupRefusal>({
    impossible: impossible(group),
    forbidden: forbidden(group, situation.actorId),
    incomplete: () => refuseChange(group, command, situation),
  })
  return acceptedUnless(code, { command })
}

function refuseChange(
  group: Group,
  command: GroupCommand,
  { today, eligible, hasMeeting }: GroupSituation,
): GroupRefusal | null {
  switch (command.name) {
    case 'RENAME':
      return refuseName(command.to)
    case 'ADD_MEMBER':
      return refuseJoining(group, { ...command, eligible, today })
    case 'REMOVE_MEMBER':
      return refuseLeaving(group, { ...command, today })
    case 'CORRECT_MEETING':
      return hasMeeting ? refuseMeeting(group, command.meeting, today) : 'NOT_PERMITTED'
    case 'RECORD_MEETING':
      return refuseMeeting(group, command.meeting, today)
    case 'CLOSE':
      return null
  }
}
