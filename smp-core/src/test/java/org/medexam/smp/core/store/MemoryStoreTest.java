package org.medexam.smp.core.store;

class MemoryStoreTest extends PictureStoreContract {

    @Override
    PictureStore unclaimed() {
        return new MemoryStore();
    }
}
