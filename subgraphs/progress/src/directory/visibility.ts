import { standsInFor, visibleTrainee } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Prisma } from '../generated/db/client.ts'

/** The visible trainees' activities, and those that one was asked to sign, oneself or the leader whom one stands in for. */
export function visibleActivity(actor: Actor, today: Date): Prisma.LearningActivityWhereInput {
  const trainee = visibleTrainee(actor, today)
  return { OR: [{ trainee }, ...askedToSign(actor, today)] }
}

/** The visible trainees' goals, and those that one was asked to approve, oneself or the leader whom one stands in for. */
export function visibleGoal(actor: Actor, today: Date): Prisma.LearningGoalWhereInput {
  const trainee = visibleTrainee(actor, today)
  return { OR: [{ trainee }, ...askedToApprove(actor, today)] }
}

/** What was sent to the actor, decided or not, or to a leader whom the actor stands in for; nothing to a machine. */
export const askedToSign = ({ kind, personId }: Actor, today: Date): Prisma.LearningActivityWhereInput[] =>
  kind === 'person' ? [{ signerId: personId }, { signer: standsInFor(personId, today) }] : []

export const askedToApprove = ({ kind, personId }: Actor, today: Date): Prisma.LearningGoalWhereInput[] =>
  kind === 'person' ? [{ approverId: personId }, { approver: standsInFor(personId, today) }] : []
