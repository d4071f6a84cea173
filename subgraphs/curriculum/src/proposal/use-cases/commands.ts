import { commandsOn, refused, type Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideProposal, type ProposalCommand, type ProposalStep } from '../domain/proposal.ts'
import { proposedOf } from '../domain/proposed.ts'
import { loadForCommand, toProposal, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'
import { perform } from './perform.ts'

/** The commands on proposals. */
export const proposalCommands = commandsOn<Tx, Loaded, ProposalCommand, ProposalStep, CurriculumRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, actor }, command) => decideProposal(toProposal(row), command, actor),
  save: saveChanges,
})

/** Does what is proposed in the transaction that accepts it: both, or neither. */
export const acceptProposal = (given: Given<ProposalCommand>, context: GraphContext) =>
  proposalCommands.performWith(
    given,
    async (tx, { row }) => {
      const outcome = await perform(tx, proposedOf(row), context)
      if (outcome.kind === 'done') return { made: outcome.value }
      // Not found, or stale: somebody changed it between the decision and the deed.
      return outcome.kind === 'refused' ? outcome : refused('SUBJECT_CHANGED')
    },
    context,
  )
