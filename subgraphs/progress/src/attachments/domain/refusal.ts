export type FileRefusal =
  'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_TYPE_REFUSED' | 'FILE_INFECTED' | 'NAME_INVALID'

export const STATUS_OF = {
  FILE_EMPTY: 400,
  NAME_INVALID: 400,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_REFUSED: 415,
  FILE_INFECTED: 422,
} as const satisfies Record<FileRefusal, number>
