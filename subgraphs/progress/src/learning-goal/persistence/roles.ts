import type { Standing } from '@kompetanse/directory'
import type { Id } from '@kompetanse/schema/ids'
import type { ApproverRole, GoalRole } from '../domain/goal.ts'
import type { ApproverChoice } from './approver-choices.ts'

interface SentTo {
  readonly approverId: Id<'Person'> | null
  readonly approverRole: ApproverRole | null
}

/** What the actor is to this goal today, from what the actor is to its trainee and with whom it was sent to. */
export function rolesOf(
  actorId: Id<'Person'>,
  standing: Standing,
  choices: readonly ApproverChoice[],
  { approverId, approverRole }: SentTo,
): readonly GoalRole[] {
  const { relations } = standing
  const roles: GoalRole[] = standing.deputyOf.map((leaderId) => ({ kind: 'DEPUTY', leaderId }))
  if (standing.self) roles.push({ kind: 'TRAINEE' })
  for (const kind of ['LEADER', 'MENTOR', 'SUPERVISOR'] as const)
    if (relations.has(kind)) roles.push({ kind })
  if (standing.directorate) roles.push({ kind: 'DIRECTORATE' })
  const isDelegate = choices.some(({ person, role }) => role === 'DELEGATE' && person.id === actorId)
  if (isDelegate)
    roles.push({ kind: 'DELEGATE', chosen: approverId === actorId && approverRole === 'DELEGATE' })
  return roles
}
