/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.keycloak.models.UserModel;

/**
 * What is done to each of many users.
 *
 * @param sparesLastOwner whether it passes the last owner over
 * @param putsOut whether it puts the user out and no more, which needs no directory
 * @param allowed whether the caller may do it to the user
 * @param act does it to the user of that id
 */
record Deed(
        boolean sparesLastOwner,
        boolean putsOut,
        BiPredicate<UserManagement, UserModel> allowed,
        BiConsumer<UserManagement, String> act) {}
