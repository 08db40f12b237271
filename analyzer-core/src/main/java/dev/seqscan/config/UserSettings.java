package dev.seqscan.config;

/**
 * All that the user's file of settings says.
 *
 * @param model of methods and tables
 * @param run of what is reported
 */
public record UserSettings(UserModel model, RunSettings run) {

    /** Nothing is said. */
    public static final UserSettings NONE = new UserSettings(UserModel.NONE, RunSettings.NONE);
}
