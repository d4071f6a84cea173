/** What the ledger of supervision hours takes, and how what was recorded by hand is corrected or taken away. */
import { acceptedUnless, type Decision } from '@kompetanse/command/decision'
import { refusalOf } from '@kompetanse/command/workflow'
import type { Id } from '@kompetanse/schema/ids'
import { refuseText } from '../../conversation/domain/complete.ts'

export type HoursRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'HOURS_INVALID'
  | 'DATE_IN_FUTURE'
  | 'REASON_REQUIRED'
  | 'NATIONAL_ID_FOUND'

export interface RecordedHours {
  /** YYYY-MM-DD in Europe/Oslo. */
  readonly on: string
  readonly hours: number
  readonly note: string | null
}

/** Hours in whole minutes, at least one and at most a day of them; null for anything else. */
export function minutesOf(hours: number): number | null {
  const minutes = Math.round(hours * 60)
  return minutes >= 1 && minutes <= 1_440 ? minutes : null
}

/** What is written of hours that are recorded. */
export interface Recording {
  readonly said: RecordedHours
}

/** Whether somebody records supervision of a trainee: a mentor of today does. */
export const decideRecording = (
  said: RecordedHours,
  { isMentor, today }: { readonly isMentor: boolean; readonly today: string },
): Decision<Recording, HoursRefusal> =>
  acceptedUnless(isMentor ? refuseEntry(said, today) : 'NOT_PERMITTED', { said })

/** Why supervision of that day cannot be recorded so, or null. */
function refuseEntry({ on, hours, note }: RecordedHours, today: string): HoursRefusal | null {
  if (minutesOf(hours) === null) return 'HOURS_INVALID'
  if (on > today) return 'DATE_IN_FUTURE'
  return refuseText(note)
}

export const ENTRY_COMMANDS = ['CORRECT', 'REMOVE'] as const

/** What is counted is not changed without a reason. */
export type EntryCommand =
  | { readonly name: 'CORRECT'; readonly to: RecordedHours; readonly reason: string | null }
  | { readonly name: 'REMOVE'; readonly reason: string | null }

export interface Entry {
  readonly kind: 'CONVERSATION' | 'OTHER_GUIDANCE' | 'GROUP'
  readonly recordedById: Id<'Person'>
}

/** What is written of a command. */
export interface EntryStep {
  readonly command: EntryCommand
}

/** Who recorded other supervision corrects it or takes it away; what a signature or a meeting gave is not touched. */
export function decideEntry(
  entry: Entry,
  command: EntryCommand,
  { actorId, today }: { readonly actorId: Id<'Person'>; readonly today: string },
): Decision<EntryStep, HoursRefusal> {
  const code = refusalOf<HoursRefusal>({
    impossible: impossible(entry),
    forbidden: forbidden(entry, actorId),
    incomplete: () =>
      (command.name === 'CORRECT' ? refuseEntry(command.to, today) : null) ?? refuseReason(command.reason),
  })
  return acceptedUnless(code, { command })
}

const refuseReason = (reason: string | null): HoursRefusal | null =>
  reason ? refuseText(reason) : 'REASON_REQUIRED'

/** What this actor can do with an entry that counts. */
export const availableCommands = (entry: Entry, actorId: Id<'Person'>) =>
  impossible(entry) || forbidden(entry, actorId) ? [] : ENTRY_COMMANDS

const impossible = ({ kind }: Entry): HoursRefusal | null =>
  kind === 'OTHER_GUIDANCE' ? null : 'NOT_IN_THIS_STATE'

const forbidden = ({ recordedById }: Entry, actorId: Id<'Person'>): HoursRefusal | null =>
  recordedById === actorId ? null : 'NOT_PERMITTED'
