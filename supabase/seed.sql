-- Nothing: an install begins empty. The demo user of `npm start` is made by local/demo.ts alone.
select 1;
