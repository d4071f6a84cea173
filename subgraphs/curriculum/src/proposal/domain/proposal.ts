/** What a region asks the Directorate to change for the nation, from the asking to the answer. */
import type { Actor } from '@kompetanse/schema/actor-token'
import { nationally } from '../../rights/domain/rights.ts'

export type ProposalStatus = 'OPEN' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN'
export const PROPOSAL_COMMANDS = ['ACCEPT', 'REJECT', 'WITHDRAW'] as const
export type ProposalCommand = (typeof PROPOSAL_COMMANDS)[number]
export type ProposalRefusal =
  'NOT_PERMITTED' | 'NOT_IN_THIS_STATE' | 'COMMENT_REQUIRED' | 'REASON_REQUIRED' | 'SUBJECT_CHANGED'

/** What has been answered is answered: whoever wants more proposes anew. */
export const TRANSITIONS = {
  OPEN: { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  ACCEPTED: {},
  REJECTED: {},
  WITHDRAWN: {},
} as const satisfies Record<ProposalStatus, Partial<Record<ProposalCommand, ProposalStatus>>>

export interface Proposal {
  readonly status: ProposalStatus
  readonly proposedById: string
  /** Whether what it would change is still as the proposer saw it. */
  readonly current: boolean
}

type Deciding = Pick<Actor, 'grants' | 'personId'>

/** The Directorate answers; whoever proposed takes it back. */
const permitted = (command: ProposalCommand, { proposedById }: Proposal, actor: Deciding): boolean =>
  command === 'WITHDRAW' ? actor.personId === proposedById : nationally(actor) === 'CHANGES'

export type Decision = { readonly next: ProposalStatus } | { readonly code: ProposalRefusal }

/** In this order: possible? permitted? complete? */
export function decideProposal(
  proposal: Proposal,
  command: ProposalCommand,
  comment: string | null,
  actor: Deciding,
): Decision {
  const possible: Partial<Record<ProposalCommand, ProposalStatus>> = TRANSITIONS[proposal.status]
  const next = possible[command]
  if (!next) return { code: 'NOT_IN_THIS_STATE' }
  if (!permitted(command, proposal, actor)) return { code: 'NOT_PERMITTED' }
  if (command === 'ACCEPT' && !proposal.current) return { code: 'SUBJECT_CHANGED' }
  return command === 'REJECT' && comment === null ? { code: 'COMMENT_REQUIRED' } : { next }
}

/** What this actor can do now: the buttons of the page. A rejection's comment comes only with it. */
export const availableCommands = (proposal: Proposal, actor: Deciding): readonly ProposalCommand[] =>
  PROPOSAL_COMMANDS.filter((command) => 'next' in decideProposal(proposal, command, '', actor))
