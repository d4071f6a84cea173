import { scopeUnion } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { Enterprise, Region } from './Organisation.ts'

/** Of what is limited to one of them; what is of the whole nation has none. */
export const Scope = builder.unionType('Scope', scopeUnion(Region, Enterprise))
