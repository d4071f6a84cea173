import type { Id } from '@kompetanse/schema/ids'
import type { ApprovalSource, GoalCommandName, GoalRole } from './goal.ts'

type Deciding = 'APPROVE' | 'REJECT' | 'REVOKE_APPROVAL'

const isTrainee = (role: GoalRole) => role.kind === 'TRAINEE'
const isLeading = (role: GoalRole) => role.kind === 'LEADER' || role.kind === 'DEPUTY'
const isChosen = (role: GoalRole) => role.kind === 'DELEGATE' && role.chosen
/** The leader keeps the decision though the goal was sent to a delegate (F096); the first one wins. */
const decides = (role: GoalRole) => isLeading(role) || isChosen(role) || role.kind === 'DIRECTORATE'
const documents = (role: GoalRole) => isTrainee(role) || role.kind === 'MENTOR'
const discusses = (role: GoalRole) =>
  documents(role) || isLeading(role) || isChosen(role) || role.kind === 'SUPERVISOR'

const MAY = {
  COMPLETE: isTrainee,
  REOPEN: isTrainee,
  SEND_FOR_APPROVAL: isTrainee,
  RECALL: isTrainee,
  APPROVE: decides,
  REJECT: decides,
  REVOKE_APPROVAL: isLeading,
  COMMENT: discusses,
  ATTACH: documents,
} as const satisfies Record<GoalCommandName, (role: GoalRole) => boolean>

const DECIDING: readonly GoalCommandName[] = ['APPROVE', 'REJECT', 'REVOKE_APPROVAL'] satisfies Deciding[]

/** Why these roles may not give this command, or null when they may. Nobody decides on their own goal. */
export function forbidden(
  command: GoalCommandName,
  roles: readonly GoalRole[],
): 'OWN_GOAL' | 'NOT_PERMITTED' | null {
  if (DECIDING.includes(command) && roles.some(isTrainee)) return 'OWN_GOAL'
  return roles.some(MAY[command]) ? null : 'NOT_PERMITTED'
}

// Who holds several decides in the strongest: a leader needs no deputyship.
const SOURCES = ['LEADER', 'DEPUTY', 'DELEGATE', 'DIRECTORATE'] as const

/** In which capacity these roles decide, and for whom a deputy does. Throws unless one of them decides. */
export function capacity(roles: readonly GoalRole[]): {
  source: ApprovalSource
  onBehalfOfId: Id<'Person'> | null
} {
  const deciding = roles.filter(decides)
  for (const source of SOURCES) {
    const role = deciding.find(({ kind }) => kind === source)
    if (role) return { source, onBehalfOfId: role.kind === 'DEPUTY' ? role.leaderId : null }
  }
  throw new Error('none of the roles decides')
}
