-- Each text counts its own writes from here on: a number of the conversation's told the other of writing in a preparation
-- that is its author's alone. The numbers that texts have got stay, and go on from there: lower ones could be taken for
-- what a page that is open now has read.
ALTER TABLE "conversation" DROP COLUMN "text_sequence";
