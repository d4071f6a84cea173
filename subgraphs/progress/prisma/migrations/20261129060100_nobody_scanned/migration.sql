-- Which of these a scanner has seen is not known. Where there is one, it looks at them within the hour.
UPDATE "attachment" SET "scan" = 'NOT_SCANNED' WHERE "scan" = 'CLEAN';
