import { isOneOf, permission } from '@kompetanse/directory/permission'
import type { Id } from '@kompetanse/schema/ids'
import type { ApprovalSource, GoalCommandName, GoalRole } from './goal.ts'

const isTrainee = isOneOf<GoalRole>('TRAINEE')
const isLeading = isOneOf<GoalRole>('LEADER', 'DEPUTY')
const isChosen = (role: GoalRole) => role.kind === 'DELEGATE' && role.chosen
/** The leader keeps the decision though the goal was sent to a delegate (F096); the first one wins. */
const decides = (role: GoalRole) => isLeading(role) || isChosen(role) || role.kind === 'DIRECTORATE'
const documents = (role: GoalRole) => isTrainee(role) || role.kind === 'MENTOR'
const discusses = (role: GoalRole) =>
  documents(role) || isLeading(role) || isChosen(role) || role.kind === 'SUPERVISOR'

/** What decides for the leader. */
export const DECISIONS: readonly GoalCommandName[] = ['APPROVE', 'REJECT', 'REVOKE_APPROVAL']

const may: Readonly<Record<GoalCommandName, (role: GoalRole) => boolean>> = {
  COMPLETE: isTrainee,
  REOPEN: isTrainee,
  SEND_FOR_APPROVAL: isTrainee,
  RECALL: isTrainee,
  APPROVE: decides,
  REJECT: decides,
  REVOKE_APPROVAL: isLeading,
  COMMENT: discusses,
  ATTACH: documents,
}

/** Why these roles may not give a command. */
export const { forbidden } = permission({ may, decisions: DECISIONS, own: 'OWN_GOAL' })

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
