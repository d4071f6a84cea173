import { error } from '@sveltejs/kit'

/** Answers an address without a page with 404 inside the portal, with its header and tabs. */
export const load = (): never => error(404)
