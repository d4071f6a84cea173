import { expect, test } from 'vitest'
import { readAnswer } from './upload.ts'

test('F052 a received file has an id to attach it by', () => {
  expect(readAnswer(201, '{"uploadId":"u1","fileName":"bevis.pdf"}')).toEqual({ uploadId: 'u1' })
})

test('F052 a refused file says why by its code', () => {
  expect(readAnswer(413, '{"code":"FILE_TOO_LARGE"}')).toEqual({ code: 'FILE_TOO_LARGE' })
})

test('F052 an answer that is not the portal’s own is no answer', () => {
  expect(readAnswer(502, '<html>')).toEqual({ code: 'UNREACHABLE' })
  expect(readAnswer(201, '{}')).toEqual({ code: 'UNREACHABLE' })
})
