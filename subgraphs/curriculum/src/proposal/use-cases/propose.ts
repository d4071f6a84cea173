import { done, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import { database } from '../../database.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideProposing } from '../domain/proposal.ts'
import type { Proposed } from '../domain/proposed.ts'
import { decideSubject } from '../domain/subject.ts'
import { insertProposal } from '../persistence/save.ts'
import { findSubject } from '../persistence/subject.ts'
import { rehearse } from './perform.ts'

/** A region's administrator proposes what the Directorate could do, and says why. */
export async function propose(
  proposed: Proposed,
  given: { readonly reason: string; readonly regionCode: RegionCode | null },
  context: GraphContext,
): Promise<Outcome<{ readonly id: Id<'Proposal'> }, CurriculumRefusal>> {
  const { actor } = context
  const subject = await findSubject(proposed)
  if (subject.kind === 'not-found') return subject
  const proposable = decideSubject(subject, actor)
  if (proposable.kind === 'refused') return proposable
  const decision = decideProposing(given, actor)
  if (decision.kind === 'refused') return decision
  const rehearsed = await rehearse(proposed, context)
  if (rehearsed.kind !== 'done') return rehearsed
  const { reason, regionCode } = decision
  const made = { ...proposed, reason, regionCode }
  return done(await database.$transaction((tx) => insertProposal(tx, made, context)))
}
