import { error } from '@sveltejs/kit'

/** Every address that no page has: told inside the portal, with its header and tabs. */
export const load = (): never => error(404)
