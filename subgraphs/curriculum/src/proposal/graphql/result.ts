import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { database } from '../../database.ts'
import { CurriculumRefused } from '../../refusal.ts'
import type { Done } from '../use-cases/propose.ts'

/** `XResult`: the success, and the refusals that every command on a proposal can end in. */
export function proposalResult(command: string) {
  const success = builder.objectRef<Done>(`${command}Success`).implement({
    fields: (t) => ({
      proposal: t.prismaField({
        type: 'Proposal',
        resolve: (query, { proposalId }) =>
          database.proposal.findUniqueOrThrow({ ...query, where: { id: proposalId } }),
      }),
    }),
  })
  return builder.unionType(`${command}Result`, {
    types: [success, CurriculumRefused, NotFound, StaleVersion],
    resolveType: ({ __typename }) => (__typename === 'ProposalDone' ? success : __typename),
  })
}
