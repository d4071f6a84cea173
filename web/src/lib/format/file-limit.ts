import { MOST_FILE_BYTES } from '@kompetanse/schema/uploads'

/** The most that a file may have, as people say it. */
export const FILE_LIMIT = `${MOST_FILE_BYTES / 1024 ** 2} MB`
