import { pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Actor } from '@kompetanse/schema/actor-token'
import { visibleProposal } from '../persistence/load.ts'
import { CurriculumProposal, ProposalStatus } from './CurriculumProposal.ts'

const CurriculumProposalFilter = builder.inputType('CurriculumProposalFilter', {
  fields: (t) => ({ status: t.field({ type: [ProposalStatus], description: 'In one of these states.' }) }),
})

type Filter = typeof CurriculumProposalFilter.$inferInput | null | undefined

const where = (filter: Filter, actor: Actor): Prisma.ProposalWhereInput => ({
  ...visibleProposal(actor),
  ...(filter?.status && { status: { in: [...filter.status] } }),
})

builder.queryFields((t) => ({
  curriculumProposals: t.prismaConnection(
    {
      type: 'Proposal',
      nullable: true,
      cursor: 'id',
      ...pageOf(20),
      description:
        "The newest first: all of them to the Directorate, a region's own to its administrators (B32).",
      args: { filter: t.arg({ type: CurriculumProposalFilter }) },
      totalCount: (_root, { filter }, { actor }) => database.proposal.count({ where: where(filter, actor) }),
      resolve: (query, _root, { filter }, { actor }) =>
        database.proposal.findMany({
          ...query,
          where: where(filter, actor),
          orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
        }),
    },
    ...counted(CurriculumProposal, 'CurriculumProposal'),
  ),
}))
