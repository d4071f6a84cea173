import { builder } from '../../builder.ts'
import { Enterprise, Region } from './Organisation.ts'

/** Of what is limited to one of them; what is of the whole nation has none. */
export const Scope = builder.unionType('Scope', {
  description: 'What an administrator administers, or something is for: a region or an enterprise.',
  types: [Region, Enterprise],
  resolveType: (place) => ('code' in place ? Region : Enterprise),
})
