-- Whose writing each Yjs client of a text is: nobody writes under the other's.
ALTER TABLE "conversation_text" ADD COLUMN "writers" JSONB NOT NULL DEFAULT '{}';
