/** Whether the files for deployment fit the code, the schemas and the tools that read them. */
@NullMarked
package io.weirkeeper.deploy;

import org.jspecify.annotations.NullMarked;
