import type { ConversationCommandName, ConversationRefusal, Party, Situation } from './conversation.ts'

/** Finalising and assessing are the mentor's alone (F059). */
const MENTORS_OWN: readonly ConversationCommandName[] = ['FINALISE', 'ASSESS_GOALS']
/** Who proposed a time does not answer it. */
const ANSWERS: readonly ConversationCommandName[] = ['ACCEPT', 'DECLINE']
/** What plans to meet needs both to be there, and the one to be the other's mentor still. */
const PLANS: readonly ConversationCommandName[] = ['ACCEPT', 'RESCHEDULE']

export type Standing = Pick<Situation, 'party' | 'relationRuns' | 'mentorThen' | 'bothActive'>

/** Why this party may not give this command, or null. */
export function forbidden(
  command: ConversationCommandName,
  { party, relationRuns, mentorThen, bothActive }: Standing,
  invitedBy: Party,
): ConversationRefusal | null {
  if (MENTORS_OWN.includes(command) && party !== 'MENTOR') return 'MENTOR_ONLY'
  if (ANSWERS.includes(command) && party === invitedBy) return 'NOT_PERMITTED'
  // What somebody signs who was no mentor that day is no supervision, and no hours.
  if (command === 'FINALISE' && !mentorThen) return 'RELATION_ENDED'
  if (!PLANS.includes(command)) return null
  if (!bothActive) return 'PERSON_LEFT'
  return relationRuns ? null : 'RELATION_ENDED'
}
