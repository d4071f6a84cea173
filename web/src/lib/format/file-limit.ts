import { MOST_FILE_BYTES } from '@kompetanse/schema/uploads'

/** The size limit of a file, in words. */
export const FILE_LIMIT = `${MOST_FILE_BYTES / 1024 ** 2} MB`
