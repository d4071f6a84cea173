/** What a region asks the Directorate to change for the nation, from the asking to the answer. */
import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { decideTo, targetOf } from '@kompetanse/command/workflow'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideRegion, nationally } from '../../rights/domain/rights.ts'
import type { Proposing } from './proposed.ts'

export type ProposalStatus = 'OPEN' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN'
export const PROPOSAL_COMMANDS = ['ACCEPT', 'REJECT', 'WITHDRAW'] as const
export type ProposalCommandName = (typeof PROPOSAL_COMMANDS)[number]

export interface ProposalCommand {
  readonly name: ProposalCommandName
  readonly comment: string | null
}

/** What is written of a command. */
export interface ProposalStep {
  readonly next: ProposalStatus
  readonly command: ProposalCommand
}

/** What has been answered is answered: whoever wants more proposes anew. */
export const TRANSITIONS = {
  OPEN: { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  ACCEPTED: {},
  REJECTED: {},
  WITHDRAWN: {},
} as const satisfies Record<ProposalStatus, Partial<Record<ProposalCommandName, ProposalStatus>>>

export interface Proposal {
  readonly status: ProposalStatus
  readonly proposedById: Id<'Person'>
  /** Whether what it would change is still as the proposer saw it. */
  readonly current: boolean
}

/** The proposer's region is not the subject's: a region proposes what becomes of the nation's, and of another region's. */
export function decideProposing(
  { reason, regionCode: named }: { readonly reason: string; readonly regionCode: RegionCode | null },
  actor: Pick<Actor, 'grants'>,
): Decision<Proposing, CurriculumRefusal> {
  const region = decideRegion(actor, named)
  if (region.kind === 'refused') return region
  return reason ? accepted({ reason, regionCode: region.regionCode }) : refused('REASON_REQUIRED')
}

type Deciding = Pick<Actor, 'grants' | 'personId'>

/** The Directorate answers; whoever proposed takes it back. */
const permitted = (command: ProposalCommandName, { proposedById }: Proposal, actor: Deciding): boolean =>
  command === 'WITHDRAW' ? actor.personId === proposedById : nationally(actor) === 'CHANGES'

/** What becomes of a proposal. */
export function decideProposal(
  proposal: Proposal,
  command: ProposalCommand,
  actor: Deciding,
): Decision<ProposalStep, CurriculumRefusal> {
  const { name } = command
  return decideTo<ProposalStatus, CurriculumRefusal, ProposalStep>(
    targetOf(TRANSITIONS, proposal.status, name),
    {
      impossible: 'NOT_IN_THIS_STATE',
      forbidden: permitted(name, proposal, actor) ? null : 'NOT_PERMITTED',
      incomplete: () => incomplete(proposal, command),
    },
    (next) => ({ next, command }),
  )
}

function incomplete({ current }: Proposal, { name, comment }: ProposalCommand): CurriculumRefusal | null {
  if (name === 'ACCEPT' && !current) return 'SUBJECT_CHANGED'
  return name === 'REJECT' && !comment ? 'COMMENT_REQUIRED' : null
}

/** What this actor can do now: the buttons of the page. A rejection's comment comes only with it. */
export const availableCommands = (proposal: Proposal, actor: Deciding): readonly ProposalCommandName[] =>
  PROPOSAL_COMMANDS.filter(
    (name) => decideProposal(proposal, { name, comment: 'given' }, actor).kind === 'accepted',
  )
