/** JSON and request bodies by the outer contract (§1): one strict mapper, limits of time and size. */
package org.medexam.smp.server.wire;
