import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { appendChange } from '../../history/persistence/append.ts'
import type { ProposalStep } from '../domain/proposal.ts'
import type { Proposed, Proposing } from '../domain/proposed.ts'

type Change = ProposalStep & { readonly id: Id<'Proposal'> }

/** Writes what proposals are answered, with history. One at a time is answered. */
export async function saveChanges(tx: Tx, changes: readonly Change[], context: GraphContext): Promise<void> {
  for (const { id, next, command } of changes) {
    const { name, comment } = command
    const decided = { decidedById: context.actor.personId, decidedAt: context.now }
    const data = { status: next, comment, ...decided, version: { increment: 1 } }
    await tx.proposal.update({ where: { id }, data })
    await appendChange(tx, { subject: id, command: name, content: { comment } }, context)
  }
}

/** A new proposal, with its history. */
export async function insertProposal(
  tx: Tx,
  { kind, input, reason, regionCode }: Proposed & Proposing,
  context: GraphContext,
) {
  const { actor, now } = context
  const content = { ...input } as Prisma.InputJsonObject
  const subject =
    kind === 'SET_TRACK_PLANS' ? { trackCode: input.trackCode } : { activityId: input.activityDefinitionId }
  const row = await tx.proposal.create({
    data: {
      ...{ kind, ...subject, input: content, reason, regionCode },
      ...{ proposedById: actor.personId, proposedAt: now },
    },
  })
  const change = { subject: row.id, command: 'PROPOSE', content: { kind, reason, ...content } }
  await appendChange(tx, change, context)
  return row
}
