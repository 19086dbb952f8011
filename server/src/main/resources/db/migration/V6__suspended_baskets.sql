-- The number a customer is told names one suspended basket of the store.
ALTER TABLE basket ADD UNIQUE KEY suspended (store_id, suspend_number);
