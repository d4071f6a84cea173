import { commandsOn, refused, type Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideProposal, type ProposalCommand, type ProposalStep } from '../domain/proposal.ts'
import { loadForCommand, proposedOf, toProposal, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'
import { perform } from './perform.ts'

/** The commands on proposals. */
const commands = commandsOn<Tx, Loaded, ProposalCommand, ProposalStep, CurriculumRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, actor }, command) => decideProposal(toProposal(row), command, actor),
  save: saveChanges,
})

/** Gives a proposal a command. What is proposed is done in the transaction that accepts it: both, or neither. */
export const performOnProposal = (given: Given<ProposalCommand, Id<'Proposal'>>, context: GraphContext) =>
  given.command.name === 'ACCEPT'
    ? commands.performWith(given, (tx, { row }) => accept(tx, row, context), context)
    : commands.perform(given, context)

async function accept(tx: Tx, row: Loaded['row'], context: GraphContext) {
  const outcome = await perform(tx, proposedOf(row), context)
  if (outcome.kind === 'done') return { made: outcome.value }
  // Not found, or stale: somebody changed it between the decision and the deed.
  return outcome.kind === 'refused' ? outcome : refused('SUBJECT_CHANGED')
}
