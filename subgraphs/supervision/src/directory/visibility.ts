import { inScope, nearTrainee, NOBODY, type PersonWhere } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'

/**
 * Trainees whose supervision an actor may follow: when they met whom, for how long, never what was said. Oneself, those
 * whom one mentors or leads, those whose leader one stands in for, and those in the scope of one's administrative
 * role. A supervisor's trainees are not among them, and the directorate employs nobody.
 */
export function followedTrainee(actor: Actor, day: Date): PersonWhere {
  if (actor.kind !== 'person') return NOBODY
  const employing = actor.grants.filter(({ role }) => role !== 'DIRECTORATE')
  return { OR: [nearTrainee(actor, day), ...employing.map(inScope)] }
}
