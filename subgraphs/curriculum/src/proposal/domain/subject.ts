import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import type { Actor } from '@kompetanse/schema/actor-token'
import { availableCommands as activityCommands, type Owned } from '../../learning-activity/domain/decide.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { availableCommands as trackCommands } from '../../track/domain/decide.ts'

const COMMANDS = {
  EDIT_ACTIVITY: 'PROPOSE_EDIT',
  RETIRE_ACTIVITY: 'PROPOSE_RETIREMENT',
} as const

/** What a proposal would change. All tracks are the nation's; an activity says whose it is. */
export type Subject =
  | { readonly kind: 'SET_TRACK_PLANS' }
  | {
      readonly kind: keyof typeof COMMANDS
      readonly activity: Pick<Owned, 'ownerRegion'>
    }

/** What somebody may change by themselves is not proposed. Of a retired activity the rehearsal tells. */
export const decideSubject = (
  subject: Subject,
  actor: Pick<Actor, 'grants'>,
): Decision<object, CurriculumRefusal> =>
  mayPropose(subject, actor) ? accepted({}) : refused('NOT_PERMITTED')

function mayPropose(subject: Subject, actor: Pick<Actor, 'grants'>): boolean {
  if (subject.kind === 'SET_TRACK_PLANS') return trackCommands(actor).includes('PROPOSE_PLANS')
  const { ownerRegion } = subject.activity
  return activityCommands({ ownerRegion, retired: false }, actor).includes(COMMANDS[subject.kind])
}
