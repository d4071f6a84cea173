import { standsInFor, visibleTrainee } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Prisma } from '../generated/db/client.ts'

/** The visible trainees' activities, and those that one was asked to sign, oneself or the leader whom one stands in for. */
export function visibleActivity(actor: Actor, today: Date): Prisma.LearningActivityWhereInput {
  const trainee = visibleTrainee(actor, today)
  if (actor.kind !== 'person') return { trainee }
  const { personId } = actor
  return { OR: [{ trainee }, { signerId: personId }, { signer: standsInFor(personId, today) }] }
}

/** The visible trainees' goals, and those that one was asked to approve, oneself or the leader whom one stands in for. */
export function visibleGoal(actor: Actor, today: Date): Prisma.LearningGoalWhereInput {
  const trainee = visibleTrainee(actor, today)
  if (actor.kind !== 'person') return { trainee }
  const { personId } = actor
  return { OR: [{ trainee }, { approverId: personId }, { approver: standsInFor(personId, today) }] }
}
