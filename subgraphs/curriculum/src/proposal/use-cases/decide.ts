import { cleanText, type GraphContext } from '@kompetanse/graph'
import { asId } from '../../asked.ts'
import { database, type Tx } from '../../database.ts'
import { appendChange } from '../../history/append.ts'
import { notFound, refused, stale, type Refusal } from '../../refusal.ts'
import { decideProposal, type ProposalCommand } from '../domain/proposal.ts'
import { toProposal, visibleProposal, withSubject } from '../persistence/proposal-row.ts'
import { perform, proposedOf } from './perform.ts'
import type { Done } from './propose.ts'

export interface Answering {
  readonly proposalId: string
  readonly expectedVersion: number
  readonly comment?: string | null | undefined
}

/** Accepts, rejects or withdraws a proposal. What is accepted is done in the same transaction, or nothing is. */
export function decide(
  command: ProposalCommand,
  answering: Answering,
  context: GraphContext,
): Promise<Done | Refusal> {
  return database.$transaction((tx) => inTransaction(tx, command, answering, context))
}

async function inTransaction(
  tx: Tx,
  command: ProposalCommand,
  { proposalId, expectedVersion, comment: given }: Answering,
  context: GraphContext,
): Promise<Done | Refusal> {
  const id = asId(proposalId)
  // Two who answer at once wait for each other; the second is told.
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${id}::uuid FOR UPDATE`
  const where = { AND: [{ id }, visibleProposal(context.actor)] }
  const row = await tx.proposal.findFirst({ where, include: withSubject })
  if (!row) return notFound(proposalId)
  if (row.version !== expectedVersion) return stale(expectedVersion, row.version)
  const comment = cleanText(given)
  const decision = decideProposal(toProposal(row), command, comment, context.actor)
  if ('code' in decision) return refused(decision.code)
  if (command === 'ACCEPT') {
    const answer = await perform(tx, proposedOf(row), context)
    if (answer.__typename === 'CurriculumRefused') return answer
    // Somebody changed it between the decision and the deed.
    if (answer.__typename === 'StaleVersion' || answer.__typename === 'NotFound')
      return refused('SUBJECT_CHANGED')
  }
  const decided = {
    status: decision.next,
    comment,
    decidedById: context.actor.personId,
    decidedAt: context.now,
  }
  await tx.proposal.update({ where: { id }, data: { ...decided, version: { increment: 1 } } })
  await appendChange(tx, { subject: id, command, content: { comment } }, context)
  return { __typename: 'ProposalDone', proposalId: id }
}
