/** What is served of kept pictures: the stamped picture, its thumbnail, and whole dossiers as ZIP. */
package org.medexam.smp.server.picture;
